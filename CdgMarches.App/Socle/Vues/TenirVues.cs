using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Socle.Vues;

/// <summary>Une vue gardée, telle que la liste la propose.</summary>
/// <param name="Id">Son identifiant.</param>
/// <param name="Nom">Le nom qu'on lui a donné.</param>
/// <param name="Requete">Ce qui suit le « ? » de l'adresse.</param>
/// <param name="Partagee">Les autres agents du CDG la voient.</param>
/// <param name="Auteur">Le nom de son auteur, quand c'est un autre ; null pour les siennes.</param>
public sealed record VueGardee(Guid Id, string Nom, string Requete, bool Partagee, string? Auteur);

/// <summary>Garde, propose et retire les vues d'une liste : les siennes, et pour un agent du CDG celles que ses collègues partagent.</summary>
/// <remarks>Une vue n'est qu'une adresse : elle n'ouvre aucun droit, la lecture de la liste reste bornée à celui qui regarde.</remarks>
public sealed class TenirVues(IDbContextFactory<MarchesDbContext> donnees)
{
    /// <summary>Au-delà, ce n'est plus un choix qu'on retrouve.</summary>
    private const int MaximumParListe = 30;

    public async Task<IReadOnlyList<VueGardee>> LireAsync(Acteur acteur, string liste, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Consulter);
        var cdg = acteur.Perimetre.EstCdg;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte
            .VuesDeListe.Where(v => v.Liste == liste && (v.Utilisateur == acteur.Id || (cdg && v.Partagee)))
            .OrderBy(v => v.Utilisateur != acteur.Id)
            .ThenBy(v => v.Nom)
            .Select(v => new VueGardee(
                v.Id,
                v.Nom,
                v.Requete,
                v.Partagee,
                v.Utilisateur == acteur.Id
                    ? null
                    : contexte.Users.Where(u => u.Id == v.Utilisateur).Select(u => u.Nom).FirstOrDefault()
            ))
            .ToListAsync(annulation);
    }

    /// <summary>Garde la vue sous ce nom ; une vue à soi du même nom est remplacée.</summary>
    /// <exception cref="RefusException">Le nom manque ou est trop long, ou il y en a trop.</exception>
    public async Task EnregistrerAsync(
        Acteur acteur,
        string liste,
        string? nom,
        string requete,
        bool partagee,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Consulter);
        var net = nom?.Trim() ?? "";
        if (net.Length is 0 or > VueDeListe.LongueurDuNom || requete.Length > VueDeListe.LongueurDeLaRequete)
        {
            throw new RefusException(
                $"Donnez à la vue un nom de 1 à {VueDeListe.LongueurDuNom} caractères. Rien n'a été enregistré."
            );
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var siennes = await contexte
            .VuesDeListe.Where(v => v.Liste == liste && v.Utilisateur == acteur.Id)
            .ToListAsync(annulation);
        if (siennes.Find(v => v.Nom == net) is { } existante)
        {
            (existante.Requete, existante.Partagee) = (requete, partagee && acteur.Perimetre.EstCdg);
        }
        else if (siennes.Count >= MaximumParListe)
        {
            throw new RefusException(
                $"Vous avez déjà {MaximumParListe} vues de cette liste : retirez-en une avant d'en garder une autre. Rien n'a été enregistré."
            );
        }
        else
        {
            contexte.VuesDeListe.Add(
                new VueDeListe
                {
                    Id = Guid.CreateVersion7(),
                    Utilisateur = acteur.Id,
                    Liste = liste,
                    Nom = net,
                    Requete = requete,
                    Partagee = partagee && acteur.Perimetre.EstCdg,
                }
            );
        }

        await contexte.SaveChangesAsync(annulation);
    }

    /// <summary>Retire une vue à soi ; celle d'un autre ne se retire pas.</summary>
    public async Task RetirerAsync(Acteur acteur, Guid id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.VuesDeListe.Where(v => v.Id == id && v.Utilisateur == acteur.Id).ExecuteDeleteAsync(annulation);
    }
}
