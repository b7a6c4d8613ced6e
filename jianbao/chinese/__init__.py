"""What one must know about written Chinese: text in, plain values out. Knows nothing of pages or articles."""
