// A refused answer comes back with its sentence (422) and is shown in its place.
document.addEventListener("htmx:beforeSwap", (kejadian) => {
  if (kejadian.detail.xhr.status === 422) {
    kejadian.detail.shouldSwap = true;
    kejadian.detail.isError = false;
  }
});
// A proposal that was taken over has done its work.
document.addEventListener("htmx:afterRequest", (kejadian) => {
  const usul = kejadian.target;
  if (kejadian.detail.successful && usul.classList.contains("tanya__usul")) usul.hidden = true;
});
