"""Figures as pure functions of simple values; what they are about is none of their business."""
