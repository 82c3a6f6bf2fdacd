// Inputs fail here, first, last and all of them: a rejection that nobody handles would end the program.
import { hashPassword, pause, readText } from '../blocking.ts';

await Promise.allSettled([readText('there is no such file'), pause(1), hashPassword('tea', 'salt'), pause(-1)]);
