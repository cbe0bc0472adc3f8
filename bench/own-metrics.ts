// Reads the memory and CPU time of the running bot from its metrics endpoint.

export async function ownMetrics(healthPort: number): Promise<{ megabytes: number; cpuSeconds: number }> {
  const told = await (await fetch(`http://127.0.0.1:${healthPort}/metrics`)).text()
  const numberOf = (name: string) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(told)?.[1])
  return {
    megabytes: numberOf('process_resident_memory_bytes') / 1024 / 1024,
    cpuSeconds: numberOf('process_cpu_seconds_total'),
  }
}
