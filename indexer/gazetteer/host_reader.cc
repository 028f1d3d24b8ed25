#include "indexer/gazetteer/host_reader.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace tinlang::gazetteer {
namespace {

// What portals put before the name of their unit. `type` is the unit type that
// the word stands for; empty when any unit may follow.
struct LabelPrefix {
  std::string_view text;
  std::optional<Level> level;
  std::string_view type;
};

constexpr std::array kPrefixes = {
    LabelPrefix{"tinhuy", Level::kProvince, ""},
    LabelPrefix{"tinhdoan", Level::kProvince, ""},
    LabelPrefix{"huyenuy", Level::kDistrict, "huyện"},
    LabelPrefix{"huyendoan", Level::kDistrict, "huyện"},
    LabelPrefix{"quanuy", Level::kDistrict, "quận"},
    LabelPrefix{"thiuy", Level::kDistrict, "thị xã"},
    LabelPrefix{"thanhuy", std::nullopt, "thành phố"},
    LabelPrefix{"ubndhuyen", Level::kDistrict, "huyện"},
    LabelPrefix{"ubnd", std::nullopt, ""},
    LabelPrefix{"hdnd", std::nullopt, ""},
    LabelPrefix{"dbnd", std::nullopt, ""},
    LabelPrefix{"mttq", std::nullopt, ""},
    LabelPrefix{"congan", std::nullopt, ""},
    LabelPrefix{"dangbo", std::nullopt, ""},
    LabelPrefix{"bao", Level::kProvince, ""},
    LabelPrefix{"tinh", Level::kProvince, "tỉnh"},
    LabelPrefix{"thanhpho", std::nullopt, "thành phố"},
    LabelPrefix{"tp", std::nullopt, "thành phố"},
    LabelPrefix{"huyen", Level::kDistrict, "huyện"},
    LabelPrefix{"quan", Level::kDistrict, "quận"},
    LabelPrefix{"thixa", Level::kDistrict, "thị xã"},
    LabelPrefix{"tx", Level::kDistrict, "thị xã"},
    LabelPrefix{"thitran", Level::kCommune, "thị trấn"},
    LabelPrefix{"tt", Level::kCommune, "thị trấn"},
    LabelPrefix{"phuong", Level::kCommune, "phường"},
    LabelPrefix{"xa", Level::kCommune, "xã"},
};
constexpr std::array<std::string_view, 5> kSuffixes = {"city", "tv", "online", "portal", "news"};
constexpr std::array<std::string_view, 9> kSilentLabels = {"vn",  "gov", "com", "org", "net",
                                                           "edu", "www", "dcs", "info"};

struct Reading {
  std::optional<Level> level;
  std::string_view type;
};

class HostReader {
 public:
  HostReader(std::string_view host, const HostTables& tables) : tables_(tables) {
    for (const char byte : host.substr(0, host.find(':'))) {
      host_.push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte);
    }
  }

  std::optional<UnitId> read() {
    std::string_view rest = take_correction();
    while (!rest.empty() && !stuck_) {
      const auto dot = rest.rfind('.');
      const auto label = dot == std::string_view::npos ? rest : rest.substr(dot + 1);
      rest = dot == std::string_view::npos ? std::string_view() : rest.substr(0, dot);
      if (std::find(kSilentLabels.begin(), kSilentLabels.end(), label) == kSilentLabels.end()) {
        read_label(label);
      }
    }
    return place_;
  }

 private:
  // Starts at the unit of the longest ending listed; returns the labels left of it.
  std::string_view take_correction() {
    std::string_view ending = host_;
    while (!ending.empty()) {
      if (const auto found = tables_.corrections.find(ending); found != tables_.corrections.end()) {
        place_ = found->second;
        const auto left = host_.size() - ending.size();
        return std::string_view(host_).substr(0, left == 0 ? 0 : left - 1);
      }
      const auto dot = ending.find('.');
      ending = dot == std::string_view::npos ? std::string_view() : ending.substr(dot + 1);
    }
    return host_;
  }

  void read_label(std::string_view label) {
    if (step_into(glued_key(label))) return;
    // "thanhgiang-thanhchuong" names a chain, written from the inside out.
    while (label.find('-') != std::string_view::npos && !stuck_) {
      const auto hyphen = label.rfind('-');
      step_into(glued_key(label.substr(hyphen + 1)));
      label = label.substr(0, hyphen);
      if (label.find('-') == std::string_view::npos && !stuck_) step_into(glued_key(label));
    }
  }

  // Whether `name`, whole or without what portals add to it, names a unit inside `place_`.
  bool step_into(std::string_view name) {
    if (choose(name, Reading{std::nullopt, ""})) return true;
    for (const auto& prefix : kPrefixes) {
      if (name.starts_with(prefix.text) &&
          choose(name.substr(prefix.text.size()), Reading{prefix.level, prefix.type})) {
        return true;
      }
    }
    if (choose_by_type(name)) return true;
    return std::any_of(kSuffixes.begin(), kSuffixes.end(), [&](std::string_view suffix) {
      return name.ends_with(suffix) && choose(name.substr(0, name.size() - suffix.size()), {});
    });
  }

  // "thanhpho.hoabinh": the only city of the province, or the one of its name.
  bool choose_by_type(std::string_view name) {
    if (!place_ || (name != "thanhpho" && name != "tp")) return false;
    std::optional<UnitId> city;
    for (UnitId id = 0; id < tables_.units.size(); ++id) {
      const Unit& unit = tables_.units[id];
      if (unit.parent != place_ || unit.type != "thành phố") continue;
      if (unit.name == tables_.units[*place_].name) return take(id);
      if (city) return false;
      city = id;
    }
    return city && take(*city);
  }

  bool take(UnitId id) {
    place_ = id;
    return true;
  }

  bool choose(std::string_view name, const Reading& reading) {
    std::vector<UnitId> inside;
    for (const UnitId id : tables_.labels.find(name)) {
      if (is_inside(id) && (!reading.level || tables_.units[id].level == *reading.level)) {
        inside.push_back(id);
      }
    }
    const auto keep_if = [&](auto&& wanted) {
      if (inside.size() > 1 && std::any_of(inside.begin(), inside.end(), wanted)) {
        std::erase_if(inside, [&](UnitId id) { return !wanted(id); });
      }
    };
    keep_if([&](UnitId id) { return tables_.units[id].type == reading.type; });
    keep_if([&](UnitId id) { return tables_.units[id].level == Level::kProvince; });
    if (inside.size() == 1) place_ = inside.front();
    if (inside.size() > 1) stuck_ = true;
    return !inside.empty();
  }

  // A province outside any place, else a child. Without a province, a district
  // is believed under gov.vn only, where names are given out with care.
  bool is_inside(UnitId id) const {
    const Unit& unit = tables_.units[id];
    if (place_) return unit.parent == place_;
    if (unit.level == Level::kProvince) return true;
    return unit.level == Level::kDistrict && host_.ends_with(".gov.vn");
  }

  const HostTables& tables_;
  std::string host_;
  std::optional<UnitId> place_;
  bool stuck_ = false;  // a label named two units: nothing to its left can be trusted
};

}  // namespace

std::optional<UnitId> read_host(std::string_view host, const HostTables& tables) {
  return HostReader(host, tables).read();
}

}  // namespace tinlang::gazetteer
