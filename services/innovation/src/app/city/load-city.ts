import { campaigns, innovationProjects, issueTypes, practices } from '@onevisit/city';
import { seededId } from '@onevisit/kernel';
import type { CityLoad } from '@onevisit/subgraph';
import { stageChanged } from '../../domain/innovation-project.events.ts';
import type { Practice } from '../../domain/practice.ts';
import type { Reference } from '../../domain/reference.ts';
import { projectOfCity } from './city-project.ts';
import type { ServiceTx } from '../operation.ts';

/** Writes the city's practices and projects into the empty store; does nothing the second time. */
export async function loadCity(tx: ServiceTx, { anchor, progress }: CityLoad): Promise<void> {
  if (!(await tx.practices.isEmptyWhenLocked())) return;

  await tx.references.addAll(references);
  await tx.practices.insertAll(practicesOfCity);

  const histories = innovationProjects.map((project) => projectOfCity(project, anchor));
  await tx.projects.insertAll(histories.map(({ project }) => project));
  await tx.projects.addToTimeline(histories.flatMap(({ timeline }) => timeline));
  await tx.evaluations.registerAll(histories.flatMap(({ registration }) => registration ?? []));
  for (const { project, timeline } of histories) tx.emit(stageChanged(project, timeline.at(-2)?.stage ?? null));
  progress(1, 1);
}

const references: readonly Reference[] = [
  ...issueTypes.map(({ code }) => ({ kind: 'ISSUE_TYPE', key: code }) as const),
  ...campaigns.map(({ code }) => ({ kind: 'CAMPAIGN', key: seededId('campaign', code) }) as const),
];

const practicesOfCity: readonly Practice[] = practices.map(({ organizationCode, ...practice }) => ({
  ...practice,
  id: seededId('practice', practice.code),
  organizationId: seededId('organization', organizationCode),
}));
