"""What screens of equity are made of: tables, forms and the chart; royalty puts them on pages."""
