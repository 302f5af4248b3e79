// Runs before anything else is loaded: only syntax that Node 12 can read, and no imports.

/** Says what is wrong with this version of Node, or null when it will do. */
export function nodeProblem(version) {
	var parts = version.split('.').map(Number);
	if (parts[0] > 20 || (parts[0] === 20 && parts[1] >= 19)) return null;
	return (
		'✗ Could not start Chainrule with Node ' +
		version +
		'.\n' +
		'  What happened: Node 20.19 or newer is needed (20, 22 and 24 are tried).\n' +
		'  What to do:    install it from https://nodejs.org or with `nvm install 22`, then run the command again.'
	);
}

/** Ends the process with that message and code 1 when Node is too old. */
export function requireNode() {
	var problem = nodeProblem(process.versions.node);
	if (problem === null) return;
	console.error(problem);
	process.exit(1);
}
