import type { Text } from './text.ts';

/** Why a file cannot be written or read. */
export const fileTroubles: { readonly link: (path: string) => Text; readonly byCode: Readonly<Record<string, Text>> } = {
  link: (path) => ({
    en: `${path} is a link, and a link may lead to what is somebody else's. If it leads where it should, name what it leads to.`,
    'zh-CN': `${path} 是一个链接，链接可能指向别人的东西。如果它指向的地方没有错，请直接写它指向的位置。`,
  }),
  byCode: {
    ENOENT: { en: 'there is no such folder (ENOENT).', 'zh-CN': '没有这个文件夹（ENOENT）。' },
    EACCES: { en: 'it is not allowed (EACCES). Check who may read and write there.', 'zh-CN': '没有权限（EACCES）。请检查那里的读写权限。' },
    EPERM: { en: 'it is not allowed (EPERM). Check who may read and write there.', 'zh-CN': '没有权限（EPERM）。请检查那里的读写权限。' },
    EROFS: { en: 'this disk can only be read (EROFS).', 'zh-CN': '这个磁盘是只读的（EROFS）。' },
    ENOSPC: { en: 'the disk is full (ENOSPC).', 'zh-CN': '磁盘已满（ENOSPC）。' },
    EDQUOT: { en: 'your share of the disk is used up (EDQUOT).', 'zh-CN': '磁盘配额已用完（EDQUOT）。' },
    ENAMETOOLONG: { en: 'the name is too long (ENAMETOOLONG).', 'zh-CN': '名字太长（ENAMETOOLONG）。' },
    EISDIR: { en: 'a folder has this name (EISDIR).', 'zh-CN': '已经有同名的文件夹（EISDIR）。' },
    ENOTDIR: { en: 'something on the way is a file and no folder (ENOTDIR).', 'zh-CN': '路径中有一处是文件，不是文件夹（ENOTDIR）。' },
    'not-a-folder': { en: 'something on the way is a file and no folder.', 'zh-CN': '路径中有一处是文件，不是文件夹。' },
    'not-a-file': { en: 'it is no ordinary file.', 'zh-CN': '它不是普通文件。' },
    moved: { en: 'a folder on the way was replaced meanwhile.', 'zh-CN': '在此期间，路径中的一个文件夹被换掉了。' },
  },
};
