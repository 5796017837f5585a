//! Whether a window could open here: asked before Bevy is, which would end the program instead of answering.

/// Whether there is a display that answers.
#[cfg(not(all(unix, not(target_os = "macos"))))]
pub fn answers() -> bool {
    true
}

/// Whether there is a display that answers: Wayland or X11.
#[cfg(all(unix, not(target_os = "macos")))]
pub fn answers() -> bool {
    let set = |name: &str| std::env::var(name).ok().filter(|v| !v.is_empty());
    set("WAYLAND_SOCKET").is_some()
        || set("WAYLAND_DISPLAY").is_some_and(|name| wayland(&name, set("XDG_RUNTIME_DIR").as_deref()))
        || set("DISPLAY").is_some_and(|name| x11(&name))
}

#[cfg(all(unix, not(target_os = "macos")))]
fn wayland(name: &str, folder: Option<&str>) -> bool {
    let path = std::path::Path::new(folder.unwrap_or_default()).join(name);
    std::os::unix::net::UnixStream::connect(path).is_ok()
}

/// A display on this machine is asked; one elsewhere is believed.
#[cfg(all(unix, not(target_os = "macos")))]
fn x11(name: &str) -> bool {
    let Some((host, number)) = name.rsplit_once(':') else { return false };
    if !host.is_empty() && host != "unix" {
        return true;
    }
    let number = number.split('.').next().unwrap_or_default();
    let path = format!("/tmp/.X11-unix/X{number}");
    std::os::unix::net::UnixStream::connect(&path).is_ok() || abstract_socket(&path)
}

#[cfg(target_os = "linux")]
fn abstract_socket(path: &str) -> bool {
    use std::os::linux::net::SocketAddrExt;
    use std::os::unix::net::{SocketAddr, UnixStream};
    SocketAddr::from_abstract_name(path).and_then(|address| UnixStream::connect_addr(&address)).is_ok()
}

#[cfg(all(unix, not(target_os = "macos"), not(target_os = "linux")))]
fn abstract_socket(_path: &str) -> bool {
    false
}

#[cfg(all(test, unix, not(target_os = "macos")))]
mod tests {
    use super::{wayland, x11};

    #[test]
    fn a_display_nobody_serves_does_not_answer() {
        assert!(!x11(":4093") && !x11("unix:4093.0") && !x11("nonsense"));
        assert!(!wayland("wayland-4093", Some("/nowhere")) && !wayland("wayland-4093", None));
    }

    #[test]
    fn a_display_elsewhere_is_believed() {
        assert!(x11("host.example:10.0"));
    }
}
