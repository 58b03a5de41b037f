"""What an analyst types to search a dossier, understood: words, phrases, and terms such as `label:pledge`."""
