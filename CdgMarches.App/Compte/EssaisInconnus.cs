using CdgMarches.App.Socle;
using Microsoft.Extensions.Caching.Memory;

namespace CdgMarches.App.Compte;

/// <summary>
/// Compte les essais sur les identifiants qui n'existent pas : ils se verrouillent comme les autres, et la réponse ne dit
/// donc jamais si un compte existe.
/// </summary>
public sealed class EssaisInconnus(IMemoryCache cache, HorlogeLegale horloge)
{
    public bool EstVerrouille(string identifiant) => Lire(identifiant).JusquA > horloge.Maintenant;

    /// <returns>Vrai si cet essai verrouille l'identifiant.</returns>
    public bool Manquer(string identifiant)
    {
        var essais = Lire(identifiant);
        essais.Nombre = essais.JusquA is null ? essais.Nombre + 1 : 1;
        essais.JusquA = essais.Nombre >= SeConnecter.EssaisPermis ? horloge.Maintenant + SeConnecter.DureeDuVerrou : null;
        return essais.JusquA is not null;
    }

    private Essais Lire(string identifiant) =>
        cache.GetOrCreate(
            (typeof(EssaisInconnus), identifiant),
            entree =>
            {
                entree.SlidingExpiration = TimeSpan.FromMinutes(30);
                return new Essais();
            }
        )!;

    private sealed class Essais
    {
        public int Nombre { get; set; }

        public DateTimeOffset? JusquA { get; set; }
    }
}
