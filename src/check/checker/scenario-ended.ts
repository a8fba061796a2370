/** Thrown inside a scenario to end it when nothing more can be learned: the app hangs, has ended, or is too late. */
export class ScenarioEnded extends Error {}
