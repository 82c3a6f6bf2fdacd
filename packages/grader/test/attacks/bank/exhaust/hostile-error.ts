// Throws errors that are hostile to whoever reads or prints them. Earns nothing.
const error = new Error('\x1b]0;title\x07<script>alert(1)</script> | ```\n::error file=x::y\n]]> \u202e \ud800');
Object.defineProperty(error, 'name', { value: '\x1b[2J' });
error.errors = error;
error.cause = error;
export function gather() {
  throw error;
}
