"""The window, and the command line."""

VERSION = "0.1.0"
