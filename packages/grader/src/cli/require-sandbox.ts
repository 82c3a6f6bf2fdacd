import { gradeTexts } from '../messages/grade.ts';
import { probeSandbox } from '../sandbox/probe.ts';
import type { Sandbox } from '../sandbox/probe.ts';
import type { Environment } from './context.ts';
import { GraderTrouble } from './grader-trouble.ts';

/**
 * The sandbox of this machine.
 *
 * @param asked whether the user insists on one; where they said nothing, continuous integration does
 * @throws {GraderTrouble} when there has to be one and there is none
 */
export async function requireSandbox(asked: boolean | undefined, env: Environment): Promise<Sandbox> {
  const sandbox = await probeSandbox();
  if (isSandboxRequired(asked, env) && sandbox.name !== 'bubblewrap') throw new GraderTrouble(gradeTexts.noSandbox(sandbox.refusal));
  return sandbox;
}

/** Whether one of the operating system's has to be there. @param asked see above */
export function isSandboxRequired(asked: boolean | undefined, env: Environment): boolean {
  return asked ?? isSet(env['CI']);
}

/** As continuous integration sets its variable: to anything but nothing and "false". */
function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== 'false';
}
