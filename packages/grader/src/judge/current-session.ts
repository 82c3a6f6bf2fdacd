import type { StudentSession } from '../bridge/student-session.ts';

let current: StudentSession | undefined;

/** Makes a session the one that the checks registered from now on belong to. */
export function useSession(session: StudentSession): void {
  current = session;
}

/** The session of the submission that the suite imported, if the judge supplied one. */
export function currentSession(): StudentSession | undefined {
  return current;
}
