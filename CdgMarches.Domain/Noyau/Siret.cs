using System.Diagnostics.CodeAnalysis;

namespace CdgMarches.Domain.Noyau;

/// <summary>Le numéro SIRET d'un établissement : le SIREN suivi du NIC, quatorze chiffres dont une clé.</summary>
/// <remarks>
/// RG9.01. Clé de Luhn sur les quatorze chiffres et sur le SIREN. Exception de La Poste (356000000) : la somme des
/// quatorze chiffres est un multiple de cinq, sauf au siège (35600000000048), qui suit Luhn. Quatorze zéros passent Luhn
/// et sont refusés.
/// </remarks>
public sealed record Siret
{
    public const int Longueur = 14;

    private const string SiegeDeLaPoste = "35600000000048";

    private Siret(string valeur) => Valeur = valeur;

    /// <summary>Les quatorze chiffres, sans espace.</summary>
    public string Valeur { get; }

    /// <summary>La personne morale dont c'est un établissement.</summary>
    public Siren Siren => Siren.Parse(Valeur[..Siren.Longueur]);

    /// <summary>Le numéro interne de classement, cinq chiffres.</summary>
    public string Nic => Valeur[Siren.Longueur..];

    public static bool TryParse([NotNullWhen(true)] string? saisie, [NotNullWhen(true)] out Siret? siret)
    {
        siret =
            ClesDeControle.TryLireChiffres(saisie, Longueur, out var chiffres) && ACleJuste(chiffres)
                ? new Siret(chiffres)
                : null;
        return siret is not null;
    }

    /// <exception cref="FormatException">Ce n'est pas un SIRET.</exception>
    public static Siret Parse(string saisie) =>
        TryParse(saisie, out var siret)
            ? siret
            : throw new FormatException("Ce SIRET n'est pas valide (clé de contrôle). Vérifiez les 14 chiffres.");

    /// <summary>Groupé 3-3-3-5, pour l'œil.</summary>
    public string Formater() => ClesDeControle.Grouper(Valeur, 3, 3, 3, 5);

    public override string ToString() => Valeur;

    private static bool ACleJuste(string chiffres)
    {
        var siren = chiffres[..Siren.Longueur];
        return siren == Siren.LaPoste && chiffres != SiegeDeLaPoste
            ? ClesDeControle.SommeDesChiffres(chiffres) % 5 == 0
            : ClesDeControle.VerifieLuhn(chiffres) && Siren.TryParse(siren, out _);
    }
}
