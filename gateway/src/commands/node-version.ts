const oldest = 26;

/** Says what to do where npm could bring no Node for this platform and the machine's own is too old. */
export function isNodeNewEnough(version = process.versions.node): boolean {
  if (Number(version.split('.')[0]) >= oldest) return true;
  console.error(
    `需要 Node ${oldest} 或更新版本，当前为 ${version}。请不要使用 --omit=optional 安装，或安装 Node ${oldest}。`,
  );
  console.error(
    `Node ${oldest} or later is needed, this is ${version}. Install without --omit=optional, or install Node ${oldest}.`,
  );
  process.exitCode = 1;
  return false;
}
