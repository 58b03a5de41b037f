"""Reads articles from what analysts have: one file a kind of input, one table of them.

`reading.read` is the one door. The bytes of an address come from `pressmark.importers.fetch`, which is asked
separately, so that nothing here can reach the network.
"""
