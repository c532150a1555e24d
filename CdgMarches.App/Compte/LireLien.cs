using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Comptes;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Compte;

/// <summary>Regarde un lien reçu sans s'en servir : les lecteurs de courriels ouvrent les liens avant les personnes.</summary>
public sealed class LireLien(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public const string PlusValable =
        "Ce lien n'est plus valable : il a déjà servi ou son délai est passé. Demandez-en un autre ; rien n'a été modifié.";

    public static string Chemin(UsageDeLien usage, string jeton) =>
        usage switch
        {
            UsageDeLien.Connexion => $"/compte/lien/{jeton}",
            UsageDeLien.Reinitialisation => $"/compte/reinitialisation/{jeton}",
            UsageDeLien.Invitation => $"/compte/invitation/{jeton}",
        };

    /// <returns>Le titulaire, ou null si le lien n'est plus valable.</returns>
    public async Task<TitulaireDeLien?> ExecuterAsync(string jeton, UsageDeLien usage, CancellationToken annulation = default)
    {
        var empreinte = LienDeCompte.EmpreinteDe(jeton);
        var maintenant = horloge.Maintenant;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await (
            from lien in contexte.LiensDeCompte
            join compte in contexte.Users on lien.Utilisateur equals compte.Id
            where
                lien.Empreinte == empreinte
                && lien.Usage == usage
                && lien.UtiliseLe == null
                && lien.ExpireLe > maintenant
                && compte.EstActif
            select new TitulaireDeLien(compte.Id, compte.Nom, compte.UserName!)
        ).SingleOrDefaultAsync(annulation);
    }

    /// <summary>Se sert du lien, une seule fois même si deux requêtes arrivent ensemble.</summary>
    /// <returns>Faux si quelqu'un s'en est servi avant, ou si son délai est passé.</returns>
    public static async Task<bool> ConsommerAsync(
        MarchesDbContext contexte,
        string jeton,
        DateTimeOffset maintenant,
        CancellationToken annulation = default
    )
    {
        var empreinte = LienDeCompte.EmpreinteDe(jeton);
        return await contexte
                .LiensDeCompte.Where(l => l.Empreinte == empreinte && l.UtiliseLe == null && l.ExpireLe > maintenant)
                .ExecuteUpdateAsync(l => l.SetProperty(x => x.UtiliseLe, (DateTimeOffset?)maintenant), annulation) == 1;
    }
}

/// <summary>La personne pour qui un lien a été fait.</summary>
public sealed record TitulaireDeLien(Guid Utilisateur, string Nom, string Identifiant);
