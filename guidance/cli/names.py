"""The commands by name, each with what it gives."""

COMMANDS: dict[str, str] = {
    "resolve": "what role a job title means",
    "match": "roles that fit a profile, with reasons",
    "why": "what stands in the way of a role",
    "routes": "ways to a role from where you are",
    "returning": "what coming back to a register takes",
    "plan": "make a plan and save it",
    "content": "check, build or count the catalogue's sources",
    "evaluate": "accuracy, baselines and robustness of the matching",
    "bench": "speed and memory",
}
