/** Asks again and again until `holds` returns without throwing; after `within` milliseconds its last complaint is thrown. */
export async function eventually<T>(holds: () => Promise<T>, within = 20_000): Promise<T> {
  const until = performance.now() + within;
  for (;;) {
    try {
      return await holds();
    } catch (complaint) {
      if (performance.now() > until) throw complaint;
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  }
}
