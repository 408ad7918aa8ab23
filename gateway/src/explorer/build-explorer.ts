import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { homeFolder } from '@onevisit/home';
import { build } from 'vite';
import { builtFolder, explorerFingerprint, fingerprintPath, isBuilt, sourceFolder } from './explorer-files.ts';

/** Builds the explorer into `.onevisit/explorer`, whole or not at all. Nothing in it comes from outside. */
export async function buildExplorer(home: string): Promise<void> {
  if (isBuilt(home)) return;
  const target = builtFolder(home);
  const fresh = `${target}.${process.pid}`;
  const fingerprint = explorerFingerprint();
  try {
    await build({
      root: sourceFolder(),
      base: '/explorer/',
      configFile: false,
      logLevel: 'error',
      build: { outDir: fresh, emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 10_000 },
      worker: { format: 'es' },
    });
    writeFileSync(fingerprintPath(fresh), fingerprint);
    rmSync(target, { recursive: true, force: true });
    renameSync(fresh, target);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

// A process of its own, so that the graph answers while the explorer is built.
if (process.argv[1] === import.meta.filename) await buildExplorer(process.argv[2] ?? homeFolder());
