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
  const required = asked ?? isSet(env['CI']);
  if (required && sandbox.name !== 'bubblewrap') throw new GraderTrouble(gradeTexts.noSandbox(sandbox.refusal));
  return sandbox;
}

/** As continuous integration sets its variable: to anything but nothing and "false". */
function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== 'false';
}
