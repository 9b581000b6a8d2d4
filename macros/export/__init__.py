"""Records as data for other programs: the browser, DMN, spreadsheets."""
