"""How texts are read: how hard they are, and whether they are our own words."""
