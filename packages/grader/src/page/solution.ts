import { solutions } from 'virtual:teatime/solutions';
import { sealedForm } from '../seal/form.ts';
import type { AnswerFile } from './answers/answer-file.ts';

/** The solution of an exercise, which the build has sealed as a student edition has it; without files where the course shows none. */
export async function solutionOf(id: string): Promise<readonly AnswerFile[]> {
  const load = solutions[id];
  if (load === undefined) return [];
  const files: unknown = JSON.parse(await unsealed((await load()).sealed));
  return Object.entries(files ?? {}).map(([name, source]) => ({ name, source: String(source) }));
}

/** The other half of `seal`, with the cipher that browsers have. */
async function unsealed(text: string): Promise<string> {
  const { heading, phrase, nonceBytes, tagBytes } = sealedForm;
  const bytes = Uint8Array.from(atob(text.slice(heading.length).replaceAll(/\s/g, '')), (sign) => sign.charCodeAt(0));
  const [nonce, tag, rest] = [bytes.subarray(0, nonceBytes), bytes.subarray(nonceBytes, nonceBytes + tagBytes), bytes.subarray(nonceBytes + tagBytes)];
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(phrase));
  const key = await crypto.subtle.importKey('raw', digest, 'AES-GCM', false, ['decrypt']);
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce, tagLength: 8 * tagBytes }, key, new Uint8Array([...rest, ...tag]));
  return new TextDecoder().decode(plain);
}
