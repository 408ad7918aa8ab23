import { openDatabase } from '@onevisit/data';
import { prepareInstallation } from '@onevisit/mounting';
import { verifyEvidence, type EvidenceReport } from '../app/evidence/verify-evidence.ts';
import { databaseDefinition, readers } from '../data/index.ts';

/**
 * 核验全部事项事件链: reads every chain and every anchor of the installation and names the first link that is broken.
 * The exit code is 1 where there is one.
 */
const { keys, postgres, close } = await prepareInstallation();
try {
  const url = postgres.applicationUrlOf(databaseDefinition.name);
  const database = await openDatabase(databaseDefinition, url, { requestKey: keys.requests, connections: 2 });
  try {
    const receiptKeys = { keys: [keys.receipt.publicJwk, ...keys.receipt.earlierPublicJwks] };
    tell(await verifyEvidence({ read: readers(database.reader).audit, keys: receiptKeys }));
  } finally {
    await database.close();
  }
} finally {
  await close();
}

function tell({ chains, anchors, firstBreak }: EvidenceReport): void {
  console.log(JSON.stringify({ isWhole: firstBreak === null, chains, anchors, firstBreak }, null, 2));
  if (firstBreak) process.exitCode = 1;
}
