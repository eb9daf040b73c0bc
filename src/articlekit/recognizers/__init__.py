"""What a page holds is recognized line by line: datelines, captions, bylines, timestamps. Plain strings in and out."""
