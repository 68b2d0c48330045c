"""Maps of made-up incidents, ours and folium's own, and what a browser needs to show them."""
