/** What ends a scenario from inside where nothing more can be learned: the app hangs, has ended, or is too late. */
export class ScenarioEnded extends Error {}
