"""The law as cases, properties and registries; no command line and, but for one property, no file is touched."""
