/** The `teatime` command, as if this grader belonged to the course that it is run in, of which tests make copies. */
import '../../src/compile-cache.ts';
import { courseAbove } from '../../src/course/layout.ts';
import { runAsProcess } from '../../src/process.ts';
import { repository } from './repository.ts';

await runAsProcess(courseAbove(process.cwd()) ?? repository);
