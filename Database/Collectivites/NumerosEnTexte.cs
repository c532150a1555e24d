using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CdgMarches.Database.Collectivites;

/// <summary>Les numéros de l'INSEE se stockent en texte, zéros de tête compris.</summary>
internal sealed class SirenEnTexte() : ValueConverter<Siren, string>(siren => siren.Valeur, texte => Siren.Parse(texte));

internal sealed class SiretEnTexte() : ValueConverter<Siret, string>(siret => siret.Valeur, texte => Siret.Parse(texte));

internal sealed class CodeInseeEnTexte()
    : ValueConverter<CodeInsee, string>(code => code.Valeur, texte => CodeInsee.Parse(texte));
