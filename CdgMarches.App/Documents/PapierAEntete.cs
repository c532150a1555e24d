using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Documents;

/// <summary>Ajoute à des données ce que tout document porte : le papier à en-tête, le jour, le destinataire.</summary>
public sealed class PapierAEntete(
    LireParametres parametres,
    IDbContextFactory<MarchesDbContext> donnees,
    MagasinDeFichiers magasin,
    HorlogeLegale horloge
)
{
    /// <summary>Le réglage qui garde la pièce du logo.</summary>
    internal const string CleDuLogo = "cdg.logo";

    /// <summary>Lit l'en-tête une fois, pour une série.</summary>
    public async Task<EnTeteLu> LireAsync(CancellationToken annulation = default)
    {
        var adresse = await parametres.ReglageAsync(ClesDeReglage.AdresseDuCdg, annulation);
        return new EnTeteLu(
            new Dictionary<string, string?>
            {
                ["cdg_nom"] = await parametres.ReglageAsync(ClesDeReglage.NomDuCdg, annulation),
                ["cdg_adresse"] = adresse.ReplaceLineEndings("\n"),
                ["cdg_adresse_ligne"] = string.Join(
                    ", ",
                    adresse.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                ),
                ["cdg_telephone"] = await parametres.ReglageAsync(ClesDeReglage.TelephoneDuCdg, annulation),
                ["cdg_courriel"] = await parametres.ReglageAsync(ClesDeReglage.CourrielDuCdg, annulation),
                ["cdg_ville"] = await parametres.ReglageAsync(ClesDeReglage.VilleDuCdg, annulation),
                ["signataire_nom"] = await parametres.ReglageAsync(ClesDeReglage.SignataireDuCdg, annulation),
                ["signataire_qualite"] = await parametres.ReglageAsync(ClesDeReglage.QualiteDuSignataire, annulation),
                ["date_du_jour"] = Formats.DateLongue(horloge.Aujourdhui),
                ["annee"] = horloge.Aujourdhui.Year.ToString(System.Globalization.CultureInfo.InvariantCulture),
            },
            await LogoAsync(annulation)
        );
    }

    private async Task<ImageDeFusion?> LogoAsync(CancellationToken annulation)
    {
        if (!Guid.TryParse(await parametres.ReglageAsync(CleDuLogo, annulation), out var id))
        {
            return null;
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (await contexte.Pieces.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, annulation) is not { } piece)
        {
            return null;
        }

        await using var contenu = magasin.Ouvrir(piece);
        var octets = new byte[contenu.Length];
        await contenu.ReadExactlyAsync(octets, annulation);
        return new ImageDeFusion(octets, piece.TypeMime);
    }
}

/// <summary>L'en-tête du CDG, prêt à être posé sur les données de chaque document.</summary>
public sealed record EnTeteLu(IReadOnlyDictionary<string, string?> Champs, ImageDeFusion? Logo)
{
    /// <summary>Le nom de celui qui signe d'ordinaire.</summary>
    public string? Signataire => Champs.GetValueOrDefault("signataire_nom");

    /// <summary>Complète des données ; ce que la capacité a donné elle-même l'emporte.</summary>
    public void Poser(DonneesDeFusion donnees, Acteur acteur)
    {
        foreach (var (code, valeur) in Champs)
        {
            donnees.Champs.TryAdd(code, valeur);
        }

        donnees.Champs.TryAdd("agent_nom", acteur.Nom);
        if (donnees.Destinataire is { } destinataire)
        {
            donnees.Champs[ChampsCommuns.Destinataire] = string.Join('\n', destinataire.Lignes);
            donnees.Champs[ChampsCommuns.NomDuDestinataire] = destinataire.Nom;
        }

        if (Logo is not null)
        {
            donnees.Images[ChampsCommuns.Logo] = Logo;
        }
    }
}
