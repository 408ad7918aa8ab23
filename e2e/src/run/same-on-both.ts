/** As much of what Jest reports as is looked at here. */
type Project = Readonly<{ config: Readonly<{ displayName?: Readonly<{ name: string }> }> }>;
type FileResult = Readonly<{
  displayName?: Readonly<{ name: string }>;
  testResults: readonly Readonly<{ fullName: string; status: string }>[];
}>;

/** Every journey that ran on one mounting has to have run, and passed, on the other; `npm test` fails where not. */
export default class SameOnBoth {
  #error: Error | undefined;

  onRunComplete(projects: Iterable<Project>, { testResults }: Readonly<{ testResults: readonly FileResult[] }>): void {
    const asked = [...projects].map(({ config }) => config.displayName?.name ?? '');
    const mountings = ['all-in-one', 'split'];
    if (!mountings.every((mounting) => asked.includes(mounting))) {
      console.warn(`Journeys ran on ${asked.join(', ')} alone: the others were not asked for.`);
      return;
    }
    const [one = [], other = []] = mountings.map((mounting) => passedOn(mounting, testResults));
    const differences = [...differing(one, other, 'split'), ...differing(other, one, 'all-in-one')];
    if (one.length === 0) differences.push('no journey ran');
    if (differences.length > 0) this.#error = new Error(differences.join('\n'));
    else console.info(`${one.length} journeys passed on both mountings.`);
  }

  getLastError(): Error | undefined {
    return this.#error;
  }
}

const passedOn = (mounting: string, results: readonly FileResult[]): readonly string[] =>
  results
    .filter(({ displayName }) => displayName?.name === mounting)
    .flatMap(({ testResults }) => testResults)
    .filter(({ status }) => status === 'passed')
    .map(({ fullName }) => fullName);

const differing = (these: readonly string[], those: readonly string[], place: string): string[] =>
  these.filter((name) => !those.includes(name)).map((name) => `did not pass on ${place}: ${name}`);
