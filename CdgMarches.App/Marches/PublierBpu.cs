using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Marches;

/// <summary>Un prix lu d'un bordereau.</summary>
public sealed record PrixLu(int Ligne, string Designation, string Unite, decimal Prix);

/// <summary>Publie une version du bordereau des prix d'un marché ; les précédentes restent lisibles.</summary>
public sealed class PublierBpu(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<int> ExecuterAsync(
        Acteur acteur,
        MarcheId id,
        int versionLue,
        DateOnly du,
        string? conditions,
        IReadOnlyList<PrixLu> prix,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererProcedures);
        if (prix.Count == 0)
        {
            throw new RefusException(
                "Le bordereau n'a aucun prix : rien n'a été publié. Chargez un fichier avec au moins une ligne."
            );
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var marche = await contexte.MarcheAsync(acteur, id, annulation);
        contexte.ExigerVersion(marche, versionLue);
        var numero = (await contexte.VersionsDeBpu.Where(v => v.Marche == id).MaxAsync(v => (int?)v.Numero, annulation) ?? 0) + 1;
        contexte.Add(new VersionDeBpu(id, numero, du, conditions, acteur.Nom, horloge.Maintenant));
        contexte.AddRange(prix.Select(p => new PrixDuBpu(id, numero, p.Ligne, p.Designation, p.Unite, p.Prix)));
        marche.NoterLeBpu(numero, du, prix.Count);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return numero;
    }
}
