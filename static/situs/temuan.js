// An answer that was refused comes back with its sentence (409, 422): it is shown in its place like any other.
document.addEventListener("htmx:beforeSwap", (kejadian) => {
  if ([409, 422].includes(kejadian.detail.xhr.status)) {
    kejadian.detail.shouldSwap = true;
    kejadian.detail.isError = false;
  }
});
