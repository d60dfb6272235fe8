/**
 * Where readers may edit a file of the content folder.
 *
 * `posts/lora/zh.md`, `https://git.example/edit/content/{path}` → `https://git.example/edit/content/posts/lora/zh.md`
 *
 * @param contentPath path inside the content folder.
 * @param template `editUrl` of the site's configuration.
 */
export function editUrlOf(contentPath: string, template: string | undefined): string | undefined {
  const encoded = contentPath.split('/').map(encodeURIComponent).join('/');
  return template?.replaceAll('{path}', () => encoded);
}
