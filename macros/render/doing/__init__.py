"""What a reader does: lists to tick, plans and the planner, a diary, options, an appointment, when to get help."""
