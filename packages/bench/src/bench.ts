const given = process.argv.slice(2);
const [first] = given;

if (process.platform !== 'linux') {
  console.error('只能在 Linux 上测量：处理器时间取自 /proc。 Linux only: processor time is read from /proc.');
  process.exitCode = 1;
} else if (first === 'attacks') {
  const { measureAttacks } = await import('./attacks/attacks.ts');
  await measureAttacks();
} else if (first === 'scale') {
  const { measureScale } = await import('./scale/scale.ts');
  await measureScale();
} else {
  const { measure } = await import('./measure/measure.ts');
  await measure(given);
}
