// Remembers what was computed of an object that does not change, as long as the object is there.

/** `keyOf`: what the result depends on beside the object itself. */
export function remembered<Of extends object, Rest extends readonly unknown[], Result>(
  keyOf: (...rest: Rest) => string,
  compute: (of: Of, ...rest: Rest) => Result,
): (of: Of, ...rest: Rest) => Result {
  const known = new WeakMap<Of, Map<string, Result>>()
  return (of, ...rest) => {
    let own = known.get(of)
    if (!own) {
      own = new Map()
      known.set(of, own)
    }
    const key = keyOf(...rest)
    const found = own.get(key)
    if (found !== undefined || own.has(key)) return found as Result
    const result = compute(of, ...rest)
    own.set(key, result)
    return result
  }
}
