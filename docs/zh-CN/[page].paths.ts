import { englishRoutes } from '../.vitepress/site/routes.ts';

export default { paths: englishRoutes };
