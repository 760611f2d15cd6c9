"""What a build writes: a folder that is swapped in whole, with dumps, texts, reports and a manifest."""
