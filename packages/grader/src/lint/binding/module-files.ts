import { parseForESLint } from '@typescript-eslint/parser';
import type ts from 'typescript';
import { accessorsIn } from './accessor-names.ts';
import type { SourceModel } from './source-model.ts';
import { linkParents } from './walk.ts';

/** The files of one program as models; each is read once, and only when something leads there. */
export class ModuleFiles {
  readonly #program: ts.Program;
  readonly #models = new WeakMap<ts.SourceFile, SourceModel>();
  #accessors: ReadonlySet<string> | undefined;
  #hasIterators: boolean | undefined;

  constructor(program: ts.Program) {
    this.#program = program;
  }

  /** Uses the model that the linter made of a file, in place of one of our own. */
  add(model: SourceModel): void {
    const file = model.services?.esTreeNodeToTSNodeMap.get(model.ast);
    if (file !== undefined) this.#models.set(file, model);
  }

  modelOf(file: ts.SourceFile): SourceModel | undefined {
    const known = this.#models.get(file);
    if (known !== undefined) return known;
    const model = this.#read(file);
    if (model !== undefined) this.#models.set(file, model);
    return model;
  }

  /** Is it code of the project itself, not of a package and not only its types? */
  isOwn(file: ts.SourceFile): boolean {
    return !file.isDeclarationFile && !this.#program.isSourceFileFromExternalLibrary(file);
  }

  /** The names of all getters and setters in the project. */
  get accessors(): ReadonlySet<string> {
    this.#accessors ??= accessorsIn(this.#program.getSourceFiles().flatMap((file) => (this.isOwn(file) ? [file.text] : [])));
    return this.#accessors;
  }

  /** Does the project say itself how one goes through something? */
  get hasIterators(): boolean {
    this.#hasIterators ??= this.#program
      .getSourceFiles()
      .some((file) => this.isOwn(file) && file.text.includes('Symbol.iterator'));
    return this.#hasIterators;
  }

  #read(file: ts.SourceFile): SourceModel | undefined {
    try {
      const { ast, scopeManager, services, visitorKeys } = parseForESLint(file, {
        filePath: file.fileName,
        programs: [this.#program],
      });
      if (services.program === null) return undefined;
      const model = { ast, scopes: scopeManager, services, visitorKeys, filename: file.fileName, text: file.text };
      linkParents(model);
      return model;
    } catch {
      // A file with a syntax error: its own lint says so.
      return undefined;
    }
  }
}
