/** A value that may not cross, in words that complete "Your code gave back something that cannot be checked: …". */
export class Refused extends Error {
  override readonly name = 'Refused';
}
