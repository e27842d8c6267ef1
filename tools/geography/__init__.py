"""Makes the coasts and the places of the page's map from public-domain data."""
