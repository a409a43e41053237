/** Something the person at the keyboard can put right: its message is printed alone, without a stack. */
export class StartFailure extends Error {
  override name = 'StartFailure'
}
