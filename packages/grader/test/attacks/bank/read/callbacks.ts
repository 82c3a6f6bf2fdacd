// Prints everything that can be learned from what it was given. Earns nothing.
export async function gather(items) {
  for (const item of items) {
    for (let object = item; object; object = Object.getPrototypeOf(object)) {
      for (const key of Reflect.ownKeys(object)) {
        try { console.log(String(key), String(object[key]), object[key]?.toString?.(), String(object[key]?.constructor)); } catch {}
      }
    }
  }
  throw new Error(new Error('where').stack);
}
