"""What the guide states, what it rests on, and what others say: claims, sources, charts, guidance, myths, articles."""
