using System.Globalization;
using System.Text.RegularExpressions;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Socle.Import;

/// <summary>Les colonnes courantes ; le reste se compose avec <see cref="ColonneDImport{T}"/>.</summary>
public static partial class Colonnes
{
    /// <summary>Un texte d'une ligne : espaces superflues et insécables ramenées à une, longueur bornée.</summary>
    public static ColonneDImport<string?> Texte(string entete, int longueurMaximale) =>
        DeTexte(entete, c => Longueur(Saisie.Espaces(c.Texte), longueurMaximale));

    /// <summary>Un texte de plusieurs lignes, longueur bornée.</summary>
    public static ColonneDImport<string?> Commentaire(string entete, int longueurMaximale) =>
        DeTexte(entete, c => Longueur(c.Texte.ReplaceLineEndings("\n").Trim(), longueurMaximale));

    /// <summary>
    /// Un code de longueur fixe (INSEE, code postal, SIREN, SIRET) : espaces ôtées, zéros de tête rendus, avec un
    /// avertissement, quand Excel les a perdus ; notation scientifique refusée.
    /// </summary>
    public static ColonneDImport<string?> Code(string entete, int longueur) => DeTexte(entete, c => LireCode(c, longueur));

    /// <summary>Un entier positif ou nul.</summary>
    public static ColonneDImport<long?> Entier(string entete) =>
        new(entete, GenreDeColonne.Entier)
        {
            Analyser = c =>
                Saisie.TryEntier(c.Texte, out var valeur, out var erreur)
                    ? Lecture.Ok<long?>(valeur)
                    : Lecture.Refus<long?>(erreur!),
            Afficher = v => v is { } n ? Formats.Nombre(n) : null,
            Ecrire = (feuille, v) => feuille.Entier(v),
        };

    /// <summary>Un exercice ou un millésime sur quatre chiffres.</summary>
    public static ColonneDImport<long?> Annee(string entete) =>
        new(entete, GenreDeColonne.Annee)
        {
            Analyser = c =>
                Saisie.TryEntier(c.Texte, out var valeur, out _) && valeur is >= Saisie.AnneeMinimale and <= Saisie.AnneeMaximale
                    ? Lecture.Ok<long?>(valeur)
                    : Lecture.Refus<long?>($"{Saisie.Citer(c.Texte)} n'est pas une année sur quatre chiffres."),
            Afficher = v => v?.ToString(CultureInfo.InvariantCulture),
            Ecrire = (feuille, v) => feuille.Entier(v),
        };

    /// <summary>Une quantité positive ou nulle.</summary>
    public static ColonneDImport<Quantite?> Quantite(string entete) =>
        new(entete, GenreDeColonne.Quantite)
        {
            Analyser = c =>
                Nombre(
                    c,
                    3,
                    t => Saisie.TryQuantite(t, out var v, out var e) ? Lecture.Ok<Quantite?>(v) : Lecture.Refus<Quantite?>(e!)
                ),
            Afficher = v => v is { } quantite ? Formats.Quantite(quantite) : null,
            Ecrire = (feuille, v) => feuille.Quantite(v),
        };

    public static ColonneDImport<MontantHt?> MontantHt(string entete, bool negatifPermis = false) =>
        new(entete, GenreDeColonne.Montant)
        {
            Analyser = c =>
                Nombre(
                    c,
                    2,
                    t =>
                        Saisie.TryMontantHt(t, out var v, out var e, negatifPermis)
                            ? Lecture.Ok<MontantHt?>(v)
                            : Lecture.Refus<MontantHt?>(e!)
                ),
            Afficher = v => v is { } montant ? Formats.Montant(montant) : null,
            Ecrire = (feuille, v) => feuille.Montant(v),
        };

    /// <summary>Une somme toutes taxes comprises, positive ou nulle.</summary>
    public static ColonneDImport<MontantTtc?> MontantTtc(string entete) =>
        new(entete, GenreDeColonne.Montant)
        {
            Analyser = c =>
                Nombre(
                    c,
                    2,
                    t =>
                        Saisie.TryMontantTtc(t, out var v, out var e)
                            ? Lecture.Ok<MontantTtc?>(v)
                            : Lecture.Refus<MontantTtc?>(e!)
                ),
            Afficher = v => v is { } montant ? Formats.Montant(montant) : null,
            Ecrire = (feuille, v) => feuille.Montant(v),
        };

    /// <summary>Un prix unitaire positif ou nul, quatre décimales au plus.</summary>
    public static ColonneDImport<PrixUnitaire?> Prix(string entete) =>
        new(entete, GenreDeColonne.Prix)
        {
            Analyser = c =>
                Nombre(
                    c,
                    4,
                    t => Saisie.TryPrix(t, out var v, out var e) ? Lecture.Ok<PrixUnitaire?>(v) : Lecture.Refus<PrixUnitaire?>(e!)
                ),
            Afficher = v => v is { } prix ? Formats.Prix(prix) : null,
            Ecrire = (feuille, v) => feuille.Prix(v),
        };

    /// <summary>Un SIRET dont la clé est juste (RG9.01).</summary>
    public static ColonneDImport<Siret?> Siret(string entete) =>
        new(entete, GenreDeColonne.Texte)
        {
            Analyser = c =>
                Suite(
                    LireCode(c, Domain.Noyau.Siret.Longueur),
                    code =>
                        Domain.Noyau.Siret.TryParse(code, out var siret)
                            ? Lecture.Ok<Siret?>(siret)
                            : Lecture.Refus<Siret?>(
                                $"{Saisie.Citer(c.Texte)} n'est pas un SIRET (clé de contrôle) ; vérifiez les 14 chiffres."
                            )
                ),
            Afficher = v => v is null ? null : Formats.Siret(v),
            Ecrire = (feuille, v) => feuille.Texte(v?.Valeur),
        };

    /// <summary>Un SIREN dont la clé est juste (RG9.01).</summary>
    public static ColonneDImport<Siren?> Siren(string entete) =>
        new(entete, GenreDeColonne.Texte)
        {
            Analyser = c =>
                Suite(
                    LireCode(c, Domain.Noyau.Siren.Longueur),
                    code =>
                        Domain.Noyau.Siren.TryParse(code, out var siren)
                            ? Lecture.Ok<Siren?>(siren)
                            : Lecture.Refus<Siren?>(
                                $"{Saisie.Citer(c.Texte)} n'est pas un SIREN (clé de contrôle) ; vérifiez les 9 chiffres."
                            )
                ),
            Afficher = v => v is null ? null : Formats.Siren(v),
            Ecrire = (feuille, v) => feuille.Texte(v?.Valeur),
        };

    public static ColonneDImport<DateOnly?> Date(string entete) =>
        new(entete, GenreDeColonne.Date)
        {
            Analyser = LireDate,
            Afficher = v => v is { } jour ? Formats.DateCourte(jour) : null,
            Ecrire = (feuille, v) => feuille.Date(v),
        };

    /// <summary>Oui ou non ; « x », « vrai », « 1 » valent oui, « faux » et « 0 » valent non.</summary>
    public static ColonneDImport<bool?> OuiNon(string entete) =>
        new(entete, GenreDeColonne.Texte)
        {
            Choix = ["Oui", "Non"],
            Analyser = c =>
                CleDEntete.De(c.Texte) switch
                {
                    "OUI" or "O" or "X" or "VRAI" or "TRUE" or "1" => Lecture.Ok<bool?>(true),
                    "NON" or "N" or "FAUX" or "FALSE" or "0" => Lecture.Ok<bool?>(false),
                    _ => Lecture.Refus<bool?>($"{Saisie.Citer(c.Texte)} : écrivez « Oui » ou « Non »."),
                },
            Afficher = v => v is { } oui ? (oui ? "Oui" : "Non") : null,
            Ecrire = (feuille, v) => feuille.Texte(v is { } oui ? (oui ? "Oui" : "Non") : null),
        };

    /// <summary>Une valeur parmi des libellés, proposés en liste déroulante et reconnus sans casse ni accents.</summary>
    public static ColonneDImport<T?> Choix<T>(string entete, params IReadOnlyList<(string Libelle, T Valeur)> choix)
        where T : struct
    {
        var parCle = choix.ToDictionary(c => CleDEntete.De(c.Libelle), c => c.Valeur);
        var libelles = choix.ToDictionary(c => c.Valeur, c => c.Libelle);
        string? Libelle(T? v) => v is { } valeur ? libelles.GetValueOrDefault(valeur) : null;
        return new(entete, GenreDeColonne.Texte)
        {
            Choix = [.. choix.Select(c => c.Libelle)],
            Analyser = c =>
                parCle.TryGetValue(CleDEntete.De(c.Texte), out var valeur)
                    ? Lecture.Ok<T?>(valeur)
                    : Lecture.Refus<T?>(
                        $"{Saisie.Citer(c.Texte)} n'est pas une valeur prévue ; choisissez {string.Join(", ", choix.Take(12).Select(x => $"« {x.Libelle} »"))}{(choix.Count > 12 ? "…" : ".")}"
                    ),
            Afficher = Libelle,
            Ecrire = (feuille, v) => feuille.Texte(Libelle(v)),
        };
    }

    /// <summary>Un texte que l'appelant valide lui-même (un SIRET et sa clé, une adresse électronique…).</summary>
    public static ColonneDImport<string?> DeTexte(string entete, Func<CelluleLue, Lecture<string?>> analyser) =>
        new(entete, GenreDeColonne.Texte)
        {
            Analyser = analyser,
            Afficher = v => v,
            Ecrire = (feuille, v) => feuille.Texte(v),
        };

    /// <summary>
    /// Un nombre calculé par Excel traîne des décimales que la cellule ne montre pas : il est arrondi et on le dit. Ce qui
    /// est tapé en toutes lettres avec trop de décimales est refusé.
    /// </summary>
    private static Lecture<T> Nombre<T>(CelluleLue cellule, int decimales, Func<string, Lecture<T>> essai)
    {
        if (
            cellule.Nombre is not { } nombre
            || decimal.Round(nombre, decimales, MidpointRounding.AwayFromZero) is var arrondi && arrondi == nombre
        )
        {
            return essai(cellule.Texte);
        }

        var lecture = essai(arrondi.ToString("0.####", CultureInfo.InvariantCulture));
        return lecture with
        {
            Avertissement = $"{Saisie.Citer(cellule.Texte)} est arrondi à {Formats.Decimal(arrondi, decimales)}.",
        };
    }

    private static Lecture<T> Suite<T>(Lecture<string?> code, Func<string, Lecture<T>> essai) =>
        code.Erreur is not null ? Lecture.Refus<T>(code.Erreur) : essai(code.Valeur!) with { Avertissement = code.Avertissement };

    private static Lecture<string?> Longueur(string texte, int maximum) =>
        texte.Length > maximum
            ? Lecture.Refus<string?>(
                $"le texte a {Formats.Compter(texte.Length, "caractère")}, la limite est de {Formats.Nombre(maximum)}."
            )
            : Lecture.Ok<string?>(texte);

    private static Lecture<string?> LireCode(CelluleLue cellule, int longueur)
    {
        var code = Saisie.Espaces(cellule.Texte).Replace(" ", string.Empty, StringComparison.Ordinal).ToUpperInvariant();
        if (Scientifique().IsMatch(code))
        {
            return Lecture.Refus<string?>(
                $"{Saisie.Citer(cellule.Texte)} est un code qu'Excel a transformé en nombre et tronqué ; retapez ses {longueur} caractères dans une cellule au format Texte."
            );
        }

        string? avertissement = null;
        var zerosPerdus = cellule.Nombre is not null || code.Length == longueur - 1;
        if (zerosPerdus && code.Length < longueur && code.All(char.IsAsciiDigit))
        {
            code = code.PadLeft(longueur, '0');
            avertissement = $"{Saisie.Citer(cellule.Texte)} est lu {code} : Excel ôte les zéros de tête, vérifiez.";
        }

        return code.Length == longueur && code.All(char.IsAsciiLetterOrDigit)
            ? Lecture.Ok<string?>(code, avertissement)
            : Lecture.Refus<string?>($"{Saisie.Citer(cellule.Texte)} n'est pas un code de {longueur} caractères.");
    }

    private static Lecture<DateOnly?> LireDate(CelluleLue cellule)
    {
        if (cellule.Date is { } date)
        {
            return date.Year <= Saisie.AnneeMinimale
                ? Lecture.Refus<DateOnly?>(
                    $"la date {cellule.Texte} n'est pas vraisemblable ; la cellule contient sans doute un nombre affiché comme une date."
                )
                : Lecture.Ok<DateOnly?>(DateOnly.FromDateTime(date));
        }

        if (cellule.Nombre is not null)
        {
            return Lecture.Refus<DateOnly?>($"{Saisie.Citer(cellule.Texte)} est un nombre et non une date ; écrivez jj/mm/aaaa.");
        }

        return Saisie.TryDate(cellule.Texte, out var jour, out var erreur)
            ? Lecture.Ok<DateOnly?>(jour)
            : Lecture.Refus<DateOnly?>(erreur!);
    }

    [GeneratedRegex("^[0-9]+([.,][0-9]+)?E[+-]?[0-9]+$")]
    private static partial Regex Scientifique();
}
