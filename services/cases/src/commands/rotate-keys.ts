import { openDatabase } from '@onevisit/data';
import { prepareInstallation } from '@onevisit/mounting';
import { createKeyRing } from '@onevisit/vault';
import { rotateKeys } from '../app/vault/rotate-keys.ts';
import { databaseDefinition } from '../data/index.ts';

/** 密钥轮换: puts every case's key under the first key of the installation's ring; may be stopped and run again. */
const { keys, postgres, close } = await prepareInstallation();
try {
  const url = postgres.applicationUrlOf(databaseDefinition.name);
  const database = await openDatabase(databaseDefinition, url, { requestKey: keys.requests, connections: 2 });
  try {
    const rewrapped = await rotateKeys(database, createKeyRing(keys.vault.ring), (total) => console.error(total));
    console.log(JSON.stringify({ rewrapped, currentKey: keys.vault.ring[0].id }));
  } finally {
    await database.close();
  }
} finally {
  await close();
}
