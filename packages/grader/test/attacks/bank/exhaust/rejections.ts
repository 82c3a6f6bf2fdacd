// Leaves thousands of rejections that nobody handles. A list of the right length earns at most 2.
export async function gather() {
  for (let i = 0; i < 5000; i++) Promise.reject(new Error(`rejection ${i}`));
  return [];
}
