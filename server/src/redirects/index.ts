export { redirectHookService } from './redirect-hook';
export { redirectsService, type RedirectsService, type UrlAnswer } from './redirects-service';
